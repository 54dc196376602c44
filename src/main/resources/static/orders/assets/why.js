// Why an order is where it is: what it waits for, by which row of which table, what comes next, and what tables have said so far.
import { el, section, table } from './parts.js';

const given = values => Object.entries(values).map(([name, value]) => `${name} = ${Array.isArray(value) ? value.join(', ') : value}`).join('; ');

/** A row by its table and its id, and why an analyst has written it. */
const row = rule => (rule ? el('span', '', el('span', 'whole', `${rule.table}, ${rule.row}`), rule.annotation ? el('span', 'note whole', rule.annotation) : '') : '');

export const why = ({ explanation, t, code, time, lang }) => {
  const { waitsFor, next, decisions } = explanation;
  const who = wait => [code(`WHO_${wait.who}`), wait.desk && wait.who === 'STAFF' ? wait.desk : ''].filter(Boolean).join(' · ');
  return [
    section(t('waitsFor'), waitsFor.length === 0 ? el('p', 'note', t('waitsForNothing'))
      : table([t('what'), t('who'), t('since'), t('until'), t('byRow')],
        waitsFor.map(wait => [wait.what[lang], who(wait), time(wait.since), time(wait.until), row(wait.rule)]))),
    next.length === 0 ? '' : section(t('comesNext'), table([t('whenThis'), t('leadsTo')], next.map(step => [step.on[lang], step.leadsTo]))),
    decisions && decisions.length ? section(t('decisions'), table([t('when'), t('row'), t('given'), t('said')],
      [...decisions].reverse().map(said => [time(said.at), row(said), given(said.inputs), given(said.outputs)]))) : '',
  ];
};
