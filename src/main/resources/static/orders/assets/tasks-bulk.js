// What is done with selected tasks: each by its own call at the engine's door, a few at a time, each with its own outcome.
import { assign, claim, get, Refused, submit } from './engine.js';
import { answerFields } from './tasks-answer.js';
import { el } from './parts.js';
import { read } from './order.js';

const AT_ONCE = 4;

/** A dialog with a title; answers what its form says, or null if it is left. */
export const ask = (title, parts, { go, cancel }, check = () => true) => new Promise(resolve => {
  const dialog = el('dialog', 'ask');
  const submitter = el('button', 'plain go', go);
  const leave = el('button', 'plain', cancel);
  leave.type = 'button';
  const heading = el('h2', '', title);
  heading.id = 'ask-title';
  dialog.setAttribute('aria-labelledby', heading.id);
  const form = el('form', '', heading, parts, el('div', 'tools', submitter, leave));
  form.noValidate = true;
  let answer = null;
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (!check()) return;
    answer = true;
    dialog.close();
  });
  leave.addEventListener('click', () => dialog.close());
  dialog.addEventListener('close', () => {
    dialog.remove();
    resolve(answer);
  });
  dialog.append(form);
  document.querySelector('main').append(dialog);
  dialog.showModal();
});

const reason = async (problem, task, t) => {
  if (!(problem instanceof Refused)) throw problem;
  if (problem.message) return problem.message;
  if (problem.status === 0) return t('offline');
  try {
    await read(`/tasks/${task.taskId}`);
  } catch (missing) {
    if (missing.status === 404) return t('gone');
  }
  return t('unknown');
};

export const bulk = ({ view, t, half, lang, me, status, chosen, refresh, tell }) => {
  let running = false;

  /** Acts on tasks one by one; a second click while it runs does nothing. */
  const run = async (tasks, act) => {
    if (running || tasks.length === 0) return;
    running = true;
    const waiting = [...tasks];
    const failed = new Map();
    let done = 0;
    let ended = '';
    const bar = el('progress', '');
    bar.max = tasks.length;
    const stop = el('button', 'plain', t('stop'));
    stop.type = 'button';
    stop.addEventListener('click', () => { ended = t('stop'); });
    const said = el('span', '');
    const show = () => {
      bar.value = done + failed.size;
      said.textContent = t('running', done + failed.size, tasks.length);
    };
    show();
    status.replaceChildren(bar, ' ', said, ' ', stop);
    const work = async () => {
      for (let task = waiting.shift(); task && !ended; task = waiting.shift()) {
        try {
          await act(task);
          done += 1;
        } catch (problem) {
          if ([401, 403].includes(problem.status) && !problem.message) ended = t('loggedOut');
          failed.set(task.taskId, ended || await reason(problem, task, t));
        }
        show();
      }
      if (ended) for (const task of waiting.splice(0)) failed.set(task.taskId, ended === t('stop') ? '' : ended);
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    running = false;
    const left = ended === t('stop');
    tell(left ? t('stopped', done, failed.size) : failed.size ? t('doneSome', done, failed.size) : t('doneAll', done));
    for (const [id, why] of failed) if (!why) failed.set(id, t('stop'));
    await refresh(done, failed);
  };

  const mine = async task => {
    if (task.assignee && task.assignee.login !== me) throw new Refused(t('taken', half(task.assignee.name)), 409);
    if (!task.assignee) await claim(task.taskId, me);
  };

  const colleagues = async () => {
    const people = new Map();
    for (const desk of (await read('/tasks/team')).items) {
      for (const member of desk.members) if (member.member && !people.has(member.login)) people.set(member.login, member);
    }
    return [...people.values()];
  };

  const hand = async (tasks = chosen()) => {
    if (running || tasks.length === 0) return;
    const people = await colleagues();
    const select = el('select', '', people.filter(person => person.login !== me || tasks.some(task => !task.assignee || task.assignee.login !== me)).map(person => {
      const { absence } = person;
      const option = el('option', '', absence && absence.now ? t('away', half(person.name), absence.until) : half(person.name));
      option.value = person.login;
      return option;
    }), el('option', '', t('nobody')));
    select.lastChild.value = '';
    const note = el('p', 'note');
    note.setAttribute('role', 'status');
    const target = () => {
      const person = people.find(one => one.login === select.value);
      const { absence } = person || {};
      return absence && absence.now ? absence.deputy.login : select.value;
    };
    const explain = () => {
      const person = people.find(one => one.login === select.value);
      const { absence } = person || {};
      note.textContent = absence && absence.now ? t('deputy', half(person.name), absence.until, half(absence.deputy.name)) : '';
    };
    select.addEventListener('change', explain);
    explain();
    const title = tasks.length === 1 ? t('handOne') : t('handTitle', tasks.length);
    if (!await ask(title, [el('label', 'field', t('to'), select), note], { go: t('hand').replace(/ ?…$/, ''), cancel: t('cancel') })) return;
    const login = target();
    await run(tasks, task => assign(task.taskId, login || null));
  };

  const complete = async () => {
    const tasks = chosen();
    if (running || tasks.length === 0) return;
    if (new Set(tasks.map(task => task.step)).size > 1) {
      tell(t('oneKind'));
      return;
    }
    const form = await get(`/task/${tasks[0].taskId}/deployed-form`);
    const answer = answerFields(form, { t, half });
    if (!answer) {
      tell(t('oneByOne'));
      return;
    }
    const title = t('completeTitle', tasks[0].name[lang], tasks.length);
    if (!await ask(title, answer.nodes, { go: t('doComplete', tasks.length), cancel: t('cancel') }, answer.check)) return;
    const variables = answer.variables();
    await run(tasks, async task => {
      await mine(task);
      await submit(task.taskId, variables);
    });
  };

  /** The first that is nobody's; whoever is overtaken takes the one behind. */
  const next = async query => {
    if (running) return null;
    const asked = new URLSearchParams(query(20).split('?')[1]);
    asked.set('unassigned', 'true');
    asked.delete('holder');
    for (const task of (await read(`/tasks?${asked}`)).items) {
      try {
        await claim(task.taskId, me);
        tell(t('claimed', task.orderNo || task.name[lang]));
        return task;
      } catch (problem) {
        if (!(problem instanceof Refused) || problem.status === 0 || problem.status === 401) {
          tell(t(problem.status === 401 ? 'loggedOut' : 'offline'));
          return null;
        }
      }
    }
    tell(t('noNext'));
    return null;
  };

  return { hand, complete, next, claim: () => run(chosen(), mine), busy: () => running };
};
