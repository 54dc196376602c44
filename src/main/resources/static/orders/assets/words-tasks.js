// What the table of tasks says, in both languages.
const WORDS = {
  title: ['Task table', '任务表'], queue: ['Queue', '队列'], waiting: ['{0} ({1})', '{0}（{1}）'], late: ['{0} ({1}, {2} overdue)', '{0}（{1}，逾期 {2}）'],
  filter: ['Filter: order, party, amount, reference', '筛选：订单、公司、金额、流水号'], free: ['Unassigned only', '仅未认领'],
  shown: ['{0} of {1}', '{0} / {1}'], found: ['{0} found', '找到 {0} 条'], foundMore: ['{0} and more', '{0} 条以上'], nothing: ['Nothing waits here.', '此处没有任务。'], none: ['Nothing fits this filter.', '没有符合筛选的任务。'],
  loading: ['Loading …', '正在读取…'], failed: ['This could not be read. Try again in a moment.', '暂时无法读取，请稍后再试。'], more: ['Show more', '显示更多'],
  order: ['Order', '订单'], task: ['Task', '任务'], buyer: ['Buyer', '买家'], supplier: ['Supplier', '供应商'], amount: ['Amount', '金额'], due: ['Due', '截止'], age: ['Age', '等待'],
  holder: ['Held by', '认领人'], me: ['me', '我'], paused: ['frozen by a dispute', '纠纷冻结'], noDue: ['no date', '无期限'], escalated: ['Lead told on {0}', '已于 {0} 升级'],
  sortUp: ['{0}, ascending', '{0}，升序'], sortDown: ['{0}, descending', '{0}，降序'],
  select: ['Select {0}', '选择 {0}'], selectAll: ['Select all shown', '选择已显示的全部'], selected: ['{0} selected', '已选 {0}'], wholeQueue: ['Select all', '全选队列'], clear: ['Clear', '取消选择'],
  claim: ['Claim', '认领'], hand: ['Hand over …', '转交…'], complete: ['Complete …', '办理…'], next: ['Claim next', '认领下一项'], open: ['Open', '打开'], team: ['Team', '团队'], queues: ['Cards', '卡片视图'],
  help: ['↑ ↓ move · Space select · Shift+↑↓ extend · Enter open · C claim · H hand over · D complete · N claim next · F filter', '↑ ↓ 移动 · 空格 选择 · Shift+↑↓ 连选 · Enter 打开 · C 认领 · H 转交 · D 办理 · N 认领下一项 · F 筛选'],
  zone: ['Times are Beijing time.', '时间为北京时间。'],
  running: ['{0} of {1}', '{0} / {1}'], doneAll: ['{0} done', '已完成 {0} 项'], doneSome: ['{0} done, {1} not: they stay selected, each with its reason', '完成 {0} 项，{1} 项未成，仍保持选中并注明原因'],
  stop: ['Stop', '停止'], stopped: ['Stopped: {0} done, {1} left as they were', '已停止：完成 {0} 项，{1} 项未动'],
  gone: ['This task is done already, or no longer needed.', '此任务已办理或不再需要。'], offline: ['No connection. Nothing was sent; try again.', '网络不通，未提交，请重试。'], unknown: ['The server could not do this. Try again.', '服务器未能处理，请重试。'],
  loggedOut: ['You are logged out. Log in again: nothing more was sent.', '登录已失效，请重新登录，其余未提交。'], taken: ['{0} holds this task.', '此任务由 {0} 处理。'],
  handTitle: ['Hand over {0} tasks', '转交 {0} 项任务'], handOne: ['Hand over this task', '转交此任务'], to: ['To', '转交给'], away: ['{0} (away until {1})', '{0}（{1} 前不在）'],
  deputy: ['{0} is away until {1}: the tasks go to {2}.', '{0} 在 {1} 前不在，将转交给代理人 {2}。'], cancel: ['Cancel', '取消'], nobody: ['back to the queue (nobody)', '退回队列（无人）'],
  completeTitle: ['{0}: one answer for {1} tasks', '{0}：{1} 项任务填写同一内容'], oneKind: ['Select tasks of one kind to complete them together.', '请选择同一种任务一并办理。'],
  oneByOne: ['Each of these asks for an answer of its own: open them one by one.', '此类任务须逐项填写，请逐个打开。'], doComplete: ['Complete {0}', '办理 {0} 项'], required: ['Please fill this in.', '此项必填。'], longest: ['At most {0} characters.', '最多 {0} 个字符。'], pick: ['Please choose', '请选择'],
  claimed: ['You have {0}.', '已认领 {0}。'], noNext: ['Nothing here waits for anybody.', '没有待认领的任务。'],
  teamTitle: ['Team', '团队'], person: ['Person', '人员'], openTasks: ['Open', '待办'], overdue: ['Overdue', '逾期'], oldest: ['Oldest', '最久'], nobodyYet: ['Unassigned', '未认领'], absence: ['Away', '不在'], from: ['From', '从'], until: ['until', '至'],
  standIn: ['stand-in {0}', '代理 {0}'], setAway: ['Away …', '设为不在…'], endAway: ['Back', '已返回'], showTasks: ['Show', '查看'], handAll: ['Hand over all …', '全部转交…'], save: ['Save', '保存'], awayTitle: ['{0} is away', '{0} 不在'], deputyLabel: ['Stand-in', '代理人'], back: ['Back to the table', '返回任务表'],
  over: ['{0} overdue', '逾期 {0}'],
  holderChip: ['Held by {0} ×', '认领人 {0} ×'], lead: ['lead', '组长'],
};

/** The words of this page, and those that all pages share. */
export const taskWords = (lang, shared) => (key, ...gaps) => (Object.hasOwn(WORDS, key)
  ? WORDS[key][lang === 'zh' ? 1 : 0].replace(/\{(\d)}/g, (_, i) => gaps[i])
  : shared(key, ...gaps));
