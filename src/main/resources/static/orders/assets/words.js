// Words of the order view: [English, Chinese].
const WORDS = {
  tabDetails: ['Details', '订单详情'], tabFunds: ['Funds', '资金'], tabLogistics: ['Logistics', '物流'], tabRecord: ['Operation record', '操作记录'],
  order: ['Order', '订单'], copy: ['Copy link', '复制链接'], copied: ['Copied', '已复制'], openPage: ['Open order page', '打开订单页'],
  cockpit: ['Process in Cockpit', '在 Cockpit 中查看流程'],
  loading: ['Loading…', '载入中…'], failed: ['The order could not be loaded. Try again later.', '订单未能载入，请稍后重试。'],
  notFound: ['There is no such order, or this login may not see it.', '订单不存在，或当前账号无权查看。'],
  noOrder: ['This task belongs to no order yet.', '此任务尚未对应任何订单。'],
  frozen: ['Frozen by a dispute', '纠纷冻结'], closedBecause: ['Closed', '已关闭'], version: ['Contract version', '合同版本'],
  proposed: ['Version {0} waits for the buyer', '第 {0} 版待买家确认'], complete: ['Complete', '完整率'],
  parties: ['Parties', '交易双方'], supplier: ['Supplier', '供应商'], buyer: ['Buyer', '买家'], email: ['E-mail', '邮箱'], country: ['Country', '国家'],
  accountType: ['Buyer account', '买家账户'], confirmedAt: ['Confirmed', '确认时间'], notConfirmed: ['Not confirmed', '未确认'],
  goods: ['Goods', '产品'], product: ['Product', '产品名称'], category: ['Category', '类目'], quantity: ['Quantity', '数量'], unit: ['Unit', '单位'],
  unitPrice: ['Unit price', '单价'], amount: ['Amount', '金额'], products: ['Products', '产品金额'], freight: ['Freight', '运费'],
  insurance: ['Insurance', '保险费'], adjustment: ['Reduction', '减免'], total: ['Total', '订单总额'], deposit: ['Deposit', '预付款'],
  balance: ['Balance', '尾款'], terms: ['Terms', '条款'], transport: ['Transport', '运输方式'], tradeTerm: ['Trade term', '贸易术语'],
  destination: ['Destination', '目的地'], shipBy: ['Ship by', '发货期限'], daysAfter: ['{0} days after the deposit', '收到预付款后 {0} 天'],
  methods: ['Payment methods', '付款方式'], coverage: ['Coverage', '保障方式'], remark: ['Remark', '备注'],
  versions: ['Contract versions', '合同版本'], by: ['{0}, {1}', '{0}，{1}'], first: ['First version', '首版'], same: ['No difference', '无差异'],
  line: ['Line {0}', '第 {0} 行'], productId: ['Product ID', '产品编号'], platformLogistics: ['Platform logistics', '平台物流'],
  qualityInspection: ['Quality inspection', '质检'], contacts: ['Contacts', '联系人'], paused: ['Paused by a dispute', '纠纷中，暂停计时'],
  field: ['Field', '字段'], before: ['Before', '修改前'], after: ['After', '修改后'],
  expected: ['Due', '应收'], received: ['Received', '已收'], missing: ['Missing', '差额'], refundDue: ['To be refunded', '待退款'], refundPaid: ['Refunded', '已退款'], refunds: ['Refunds', '退款记录'],
  refundNo: ['Refund', '退款单'], cause: ['Why', '原因'], dueSince: ['Due since', '待退起始'], payout: ['Paid back', '退款付出'],
  account: ['Account of this pair', '专属收款账户'], remittances: ['Remittances', '收款记录'], noRemittances: ['No money has arrived.', '尚未收到款项。'],
  reference: ['Bank reference', '银行流水号'], state: ['State', '状态'], method: ['Method', '方式'], arrived: ['Arrived', '到账时间'],
  toDeposit: ['To deposit', '计入预付款'], toBalance: ['To balance', '计入尾款'], quota: ['Quota held', '占用额度'], coverageEnds: ['Coverage ends', '保障截止'],
  agreedShip: ['Agreed ship date', '约定发货日期'], actualShip: ['Shipped on', '实际发货日期'], onTime: ['On time', '准时'], late: ['Late', '逾期'],
  declared: ['All goods declared', '已申报全部发货'], yes: ['Yes', '是'], no: ['No', '否'], open: ['open', '未定'],
  exportOrders: ['Export orders', '出口服务订单'], noExportOrders: ['No export order is linked.', '尚未关联出口服务订单。'], exportOrderNo: ['Number', '编号'],
  port: ['Port', '口岸'], clearedOn: ['Cleared on', '通关日期'], deadlines: ['Deadlines', '期限'], noDeadlines: ['Nothing is due.', '暂无期限。'],
  paymentDueAt: ['Payment window ends', '付款期限'], autoCompleteAt: ['Completes by itself', '自动完成'], feedbackDueAt: ['Feedback until', '评价截止'],
  replyDueAt: ['Reply until', '回复截止'], left: ['{0} left', '剩余 {0}'], over: ['{0} over', '已过 {0}'], days: ['{0} d', '{0} 天'], hours: ['{0} h', '{0} 小时'],
  minutes: ['{0} min', '{0} 分钟'], when: ['When', '时间'], who: ['Who', '操作人'], what: ['What', '操作'], detail: ['Detail', '说明'], zone: ['Times of Asia/Shanghai', '时间为北京时间'],
};

const CODES = {
  DRAFT: ['Draft', '起草'], CONFIRM: ['Confirm', '确认'], PAYMENT: ['Payment', '付款'], SHIPMENT: ['Shipment', '发货'], RECEIPT: ['Receipt', '收货'], COMPLETE: ['Complete', '完成'],
  OVERSEAS_FREE: ['Overseas, free', '海外免费会员'], OVERSEAS_PAID: ['Overseas, paid', '海外付费会员'], DOMESTIC_FREE_SUPPLIER: ['Domestic, free supplier', '国内免费供应商'],
  SEA: ['Sea', '海运'], LAND: ['Land', '陆运'], AIR: ['Air', '空运'], EXPRESS: ['Express', '快递'],
  TT: ['T/T', '电汇'], CREDIT_CARD: ['Credit card', '信用卡'], E_CHECKING: ['E-checking', '电子支票'],
  PRE_SHIPMENT: ['Until shipment', '保障到发货前'], POST_DELIVERY: ['Until after delivery', '保障到收货后'], NONE: ['None', '无'],
  FROZEN: ['Frozen', '已冻结'], RELEASED: ['Released', '已释放'],
  APPLIED: ['Applied', '已入账'], PENDING: ['Pending', '待入账'], SUSPENSE: ['With the finance desk', '待匹配'], PARKED: ['With the finance desk', '待处理'],
  SURPLUS: ['More than the total', '超出订单总额'], ORDER_COMPLETED: ['After completion', '完成后到账'], DISPUTE: ['Granted in a dispute', '纠纷裁定'], UNMATCHED: ['Not matched', '无法入账'],
  RETURNED: ['Returned', '退回付款人'], BUYER: ['Buyer', '买家'], SUPPLIER: ['Supplier', '供应商'],
  EXPORT_SERVICE: ['Export service is being asked', '正在询问出口服务'], EXPORT_ORDER: ['Export order is being created', '正在创建出口服务订单'],
  SUPPLIER_DRAFT: ['by the supplier', '供应商起草'], BUYER_ORDER: ['by the buyer', '买家下单'], INQUIRY: ['as an inquiry', '询盘'],
  ALLOWED: ['allowed', '允许'], REFUSED: ['refused', '拒绝'], TO_SUBMIT: ['To be submitted', '待提交'], TO_SUPPLEMENT: ['Information missing', '待补充信息'], IN_PROGRESS: ['In progress', '受理中'], TO_DECLARE: ['To be declared', '待报关'], CLEARED: ['Cleared', '已通关'], 
  PRODUCT: ['Products', '产品'], SHIPPING: ['Shipping', '运输'], CONTACTS: ['Contacts', '联系方式'], TERMS: ['Terms', '条款'],
  REFUND: ['Refund', '退款'], COMPLAINT: ['Complaint', '投诉'], DISMISSED: ['Dismissed', '驳回'], AGREED: ['Agreed by both', '双方协商一致'],
  UNREASONABLE_REFUSAL: ['Unreasonable refusal', '无理拒绝'], OFF_PATH_PAYMENT: ['Payment outside the platform', '线下收款'], CONTRACT_BREACH: ['Breach of contract', '违约'],
  true: ['Yes', '是'], false: ['No', '否'], system: ['System', '系统'], platform: ['Marketplace', '平台'], bank: ['Bank', '银行'], 'export-service': ['Export service', '出口服务'],
};

const ACTIONS = {
  'order-opened': ['Order opened', '创建订单'], 'order-submitted': ['Order submitted', '提交订单'], 'export-service-checked': ['Export service answered', '出口服务检查'],
  'export-settled': ['Export service settled', '出口服务协商完成'], 'contract-presented': ['Contract presented', '合同待确认'], 'contract-revised': ['Contract revised', '修改合同'],
  'contract-confirmed': ['Contract confirmed', '确认合同'], 'contract-effective': ['Contract effective', '合同生效'], 'cancellation-requested': ['Cancellation asked for', '申请取消'],
  'cancellation-accepted': ['Cancellation accepted', '同意取消'], 'cancellation-declined': ['Cancellation declined', '拒绝取消'], 'order-closed': ['Order closed', '订单关闭'], 'order-migrated': ['Order moved to the latest models and tables', '订单迁移至最新流程与规则'],
  'payment-window-opened': ['Payment window opened', '付款期限开始'], 'money-posted': ['Money posted', '款项入账'], 'deposit-accepted': ['Deposit accepted', '预付款收齐'],
  'deposit-acceptance-asked': ['Short deposit: supplier asked', '预付款不足，待供应商确认'], 'deposit-top-up-asked': ['Short deposit: top-up asked', '预付款不足，待买家补款'],
  'balance-acceptance-asked': ['Short balance: supplier asked', '尾款不足，待供应商确认'], 'balance-settled': ['Balance settled', '尾款结清'], 'export-order-linked': ['Export order linked', '关联出口服务订单'], 'export-order-unlinked': ['Export order unlinked', '解除出口服务订单关联'],
  'shipment-declared': ['Shipment declared', '申报发货'], 'goods-cleared': ['Goods cleared', '通关'], 'clearance-corrected': ['Clearance corrected', '更正通关'],
  'goods-shipped': ['Goods shipped', '发货完成'], 'ship-date-corrected': ['Ship date corrected', '更正发货日期'], 'receipt-window-opened': ['Receipt awaited', '待收货'],
  'receipt-confirmed': ['Receipt confirmed', '确认收货'], 'completed-automatically': ['Completed by itself', '自动完成'], 'coverage-released': ['Quota released', '释放额度'],
  'coverage-frozen': ['Quota frozen', '冻结额度'], 'points-awarded': ['Points awarded', '获得积分'], 'points-taken-back': ['Points taken back', '扣回积分'], 'feedback-published': ['Feedback published', '发表评价'],
  'feedback-replied': ['Feedback answered', '回复评价'], 'refund-granted': ['Refund granted', '裁定退款'], 'refund-due': ['Refund due', '应退款'], 'refund-paid': ['Refund paid', '已退款'], 'dispute-opened': ['Dispute opened', '发起纠纷'], 'dispute-decided': ['Dispute decided', '纠纷裁决'],
  'deposit-chased': ['Deposit chased', '催付预付款'], 'balance-chased': ['Balance chased', '催付尾款'], 'late-shipment-chased': ['Late shipment chased', '催发货'],
  'unpaid-order-decided': ['Unpaid order decided', '处理未付款订单'],
  'order-resumed': ['Order goes on', '恢复订单'], 'modification-proposed': ['Modification proposed', '提出合同修改'],
  'modification-confirmed': ['Modification confirmed', '确认合同修改'], 'modification-dropped': ['Modification dropped', '合同修改未生效'],
  'complaint-filed': ['Complaint filed', '提交投诉'], 'complaint-upheld': ['Complaint upheld', '投诉成立'], 'complaint-dismissed': ['Complaint dismissed', '投诉不成立'],
  'reminder-sent': ['Reminder sent', '发送提醒'],
};

export const language = () => ((navigator.languages && navigator.languages[0]) || navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** A word with its gaps filled; a name that is not in the list stands for itself. */
export const words = lang => {
  const at = lang === 'zh' ? 1 : 0;
  const pick = list => (key, ...gaps) => (list[key] ? list[key][at] : String(key)).replace(/\{(\d)}/g, (_, i) => gaps[i]);
  return { t: pick(WORDS), code: pick(CODES), action: pick(ACTIONS) };
};
