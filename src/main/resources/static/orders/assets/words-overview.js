// Words of the overview: [English, Chinese].
const WORDS = {
  asOf: ['As of {0}, Asia/Shanghai', '截至 {0}（北京时间）'], stale: ['The figures could not be read anew; they are those of {0}. Trying again.', '数据未能刷新，显示的是 {0} 的数据，正在重试。'],
  loading: ['Loading…', '载入中…'], failed: ['These figures could not be loaded. Trying again.', '此项数据未能载入，正在重试。'], none: ['None', '无'],
  overdueOrders: ['Orders overdue', '逾期订单'], dueToday: ['Due today', '今日到期'], held: ['Held for open orders', '进行中订单已收款'], inTransit: ['In transit to its order', '在途待入账'],
  unmatched: ['Unmatched money', '未匹配款项'], refundDue: ['To be refunded', '待退款'], disputes: ['Disputes open', '未结纠纷'], complaints: ['Complaints open', '未结投诉'],
  items: ['{0} items', '{0} 笔'], since: ['oldest {0}', '最早 {0} 前'], days: ['{0} d', '{0} 天'], hours: ['{0} h', '{0} 小时'],
  due: ['Orders due', '订单期限'], kind: ['Waits for', '等待'], PAYMENT: ['Payment', '付款'], SHIPMENT: ['Shipment', '发货'], BALANCE: ['Balance', '尾款'], RECEIPT: ['Receipt', '收货'],
  OVERDUE: ['Overdue', '已逾期'], TODAY: ['Today', '今日'], '3_DAYS': ['In 3 days', '3 天内'], '7_DAYS': ['In 7 days', '7 天内'],
  age: ['Known for', '已知时间'], 'age.1_DAY': ['Up to 1 day', '1 天内'], 'age.3_DAYS': ['Up to 3 days', '1 至 3 天'], 'age.7_DAYS': ['Up to 7 days', '3 至 7 天'], 'age.OLDER': ['Longer', '7 天以上'],
  count: ['Items', '笔数'], amount: ['USD', '美元'], tasks: ['Tasks by desk and day', '各岗任务与到期日'], desk: ['Desk', '岗位'], open: ['Open', '未结'], overdue: ['Overdue', '逾期'],
  unassigned: ['Free', '未领'], oldest: ['Oldest', '最早'], later: ['Later', '之后'], phases: ['Orders by status', '订单状态分布'], status: ['Status', '状态'], orders: ['Orders', '订单'],
  median: ['Median, d', '中位（天）'], p90: ['90 %, d', '九成（天）'], quota: ['Quota in use', '额度占用'], supplier: ['Supplier', '供应商'], frozen: ['In use', '已占用'], limit: ['Limit', '总额度'], more: ['{0} more', '另有 {0} 家'],
  people: ['Tasks by person', '个人任务'], person: ['Person', '处理人'], trend: ['90 days', '近 90 天'], opened: ['Opened', '新建'], completed: ['Completed', '完成'], closed: ['Closed', '关闭'],
  trendSaid: ['In 90 days {0} orders were opened, {1} completed, {2} closed', '近 90 天新建 {0} 单、完成 {1} 单、关闭 {2} 单'],
  radar: ['Unpaid orders at the end of their window', '付款期限将至或已过的订单'], window: ['Window', '付款期限'], against: ['Money that speaks against closing', '关闭前须核对的款项'], over: ['{0} over', '已过 {0}'], left: ['{0} left', '剩余 {0}'], moreOrders: ['{0} more', '另有 {0} 单'],
  'reason.PENDING': ['waits for this order', '待入本订单'], 'reason.PENDING_FOR_PAIR': ['waits for another order of these parties', '待入同一买卖双方的其他订单'], 'reason.NAMED': ['names this order', '注明本订单'],
  'reason.IN_TEXT': ['this order in its text', '附言提及本订单'], 'reason.PAIR_ACCOUNT': ['came to their account', '汇入双方专属账户'], 'reason.AMOUNT': ['same amount', '金额相符'],
  'status.NEGOTIATING': ['Negotiation', '订单洽谈'], 'status.DRAFT': ['Draft', '起草订单'], 'status.AWAITING_SUPPLIER_CONFIRM': ['Supplier to confirm', '等待卖家确认'],
  'status.AWAITING_BUYER_CONFIRM': ['Buyer to confirm', '待买家确认'], 'status.AWAITING_DEPOSIT': ['Deposit awaited', '待买家付款'], 'status.AWAITING_DEPOSIT_CONFIRM': ['Short deposit to accept', '待确认预付款'],
  'status.AWAITING_DEPOSIT_TOPUP': ['Deposit to top up', '待补足预付款'], 'status.AWAITING_SHIPMENT': ['Shipment awaited', '待卖家发货'], 'status.SHIPPED_AWAITING_BALANCE': ['Balance awaited', '已发货待付尾款'],
  'status.AWAITING_RECEIPT': ['Receipt awaited', '待买家收货'], 'status.COMPLETED': ['Completed', '交易完成'], 'status.CLOSED': ['Closed', '已关闭'],
  'desk.supplier-desk': ['Supplier desk', '供应商服务'], 'desk.buyer-desk': ['Buyer desk', '买家服务'], 'desk.finance-desk': ['Finance desk', '资金'], 'desk.export-desk': ['Export desk', '出口服务'],
  'desk.assurance-desk': ['Assurance desk', '保障与纠纷'],
};

/** A word with its gaps filled; what is not in the list stands for itself, without the list that it was looked for in. */
export const overviewWords = lang => (key, ...gaps) => (Object.hasOwn(WORDS, key) ? WORDS[key][lang === 'zh' ? 1 : 0] : key.replace(/^\w+\./, ''))
  .replace(/\{(\d)}/g, (_, i) => gaps[i]);
