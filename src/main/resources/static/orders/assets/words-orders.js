// The words of the list of orders, in English and Chinese.
const WORDS = {
  orders: ['Orders', '订单'], search: ['Order number, reference, product', '订单号、参考号、产品'], status: ['Status', '状态'], supplier: ['Supplier number', '供应商编号'],
  buyer: ['Buyer e-mail', '买家邮箱'], createdFrom: ['Opened from', '创建自'], createdTo: ['to', '至'], totalFrom: ['USD from', '金额（美元）自'], totalTo: ['to', '至'],
  filters: ['Filters', '筛选'], due: ['Due next', '到期事项'], dueBefore: ['due before', '到期早于'], any: ['any', '不限'], frozen: ['In dispute', '纠纷冻结'], openTask: ['With an open task', '有未完成任务'],
  mine: ['My tasks', '我的任务'], apply: ['Show', '查询'], clear: ['Clear', '清空'], csv: ['CSV', '导出 CSV'], xlsx: ['XLSX', '导出 XLSX'], chosen: ['{0} chosen', '已选 {0} 项'],
  orderNo: ['Order', '订单号'], product: ['Product', '产品'], transport: ['By', '运输方式'], parties: ['Buyer · supplier', '买家 · 供应商'], amount: ['USD', '金额（美元）'],
  dueAt: ['Due', '到期'], tasks: ['Open tasks', '未完成任务'], actions: ['Can do now', '可执行操作'], created: ['Opened', '创建时间'],
  more: ['{0} more', '另 {0} 种'], next: ['Next page', '下一页'], first: ['First page', '首页'], none: ['No order matches.', '没有符合条件的订单。'],
  loading: ['Reading…', '正在读取…'], failed: ['The orders could not be read. Please try again.', '订单读取失败，请重试。'],
  tooMany: ['Too many orders for a file', '订单过多，无法导出'], shown: ['{0} orders on this page', '本页 {0} 条'],
  allNewOrders: ['New orders', '新订单'], waitConfirm: ['To be confirmed', '待确认'], disputeFrozen: ['In dispute', '纠纷冻结'], awaitingPayment: ['Awaiting payment', '待付款'],
  receiptingShipment: ['Receipt to be confirmed', '待确认收货'], pendingShipment: ['To be shipped', '待发货'],
  PAYMENT: ['Payment', '付款'], SHIPMENT: ['Shipment', '发货'], BALANCE: ['Balance', '尾款'], RECEIPT: ['Receipt', '收货'],
  NEGOTIATING: ['Negotiation', '洽谈中'], DRAFT: ['Draft', '草稿'], AWAITING_SUPPLIER_CONFIRM: ['Supplier to confirm', '待供应商确认'], AWAITING_BUYER_CONFIRM: ['Buyer to confirm', '待买家确认'],
  AWAITING_DEPOSIT: ['Awaiting payment', '待买家付款'], AWAITING_DEPOSIT_CONFIRM: ['Deposit to be accepted', '待确认预付款'], AWAITING_DEPOSIT_TOPUP: ['Rest of the deposit', '待补足预付款'],
  AWAITING_SHIPMENT: ['To be shipped', '待发货'], SHIPPED_AWAITING_BALANCE: ['Awaiting balance', '已发货待付尾款'], AWAITING_RECEIPT: ['Receipt to be confirmed', '待确认收货'],
  COMPLETED: ['Completed', '已完成'], CLOSED: ['Closed', '已关闭'],
};

export const STATUSES = ['NEGOTIATING', 'DRAFT', 'AWAITING_SUPPLIER_CONFIRM', 'AWAITING_BUYER_CONFIRM', 'AWAITING_DEPOSIT', 'AWAITING_DEPOSIT_CONFIRM', 'AWAITING_DEPOSIT_TOPUP',
  'AWAITING_SHIPMENT', 'SHIPPED_AWAITING_BALANCE', 'AWAITING_RECEIPT', 'COMPLETED', 'CLOSED'];

export const said = lang => (key, ...gaps) => (WORDS[key] ? WORDS[key][lang === 'zh' ? 1 : 0] : key).replace(/\{(\d)}/g, (_, i) => gaps[i]);
