// Words of the order view: [English, Chinese].
const WORDS = {
  tabDetails: ['Details', '订单详情'], tabFunds: ['Funds', '资金信息'], tabLogistics: ['Logistics', '物流信息'], tabRecord: ['Operation record', '操作记录'], tabWhy: ['Why here', '当前环节'],
  order: ['Order', '订单'], copy: ['Copy link', '复制链接'], copied: ['Copied', '已复制'], openPage: ['Open order page', '打开订单页'],
  cockpit: ['Process in Cockpit', '在 Cockpit 中查看流程'],
  loading: ['Loading…', '载入中…'], failed: ['The order could not be loaded. Try again later.', '订单未能载入，请稍后重试。'],
  notFound: ['There is no such order, or this login may not see it.', '订单不存在，或当前账号无权查看。'],
  justOpened: ['Order {0} is opened.', '订单 {0} 已创建。'],
  noOrder: ['This task belongs to no order yet.', '此任务尚未对应任何订单。'],
  frozen: ['Frozen by a dispute', '纠纷冻结'], halted: ['Process halted', '流程停住'], version: ['Contract version', '合同版本'],
  proposed: ['Version {0} waits for the buyer', '第 {0} 版待买家确认'], complete: ['Complete', '完整率'],
  parties: ['Parties', '交易双方'], supplier: ['Supplier', '供应商'], buyer: ['Buyer', '买家'], email: ['E-mail', '邮箱'], country: ['Country', '国家'],
  accountType: ['Buyer account', '买家账户'], confirmedAt: ['Confirmed', '确认时间'], notConfirmed: ['Not confirmed', '未确认'],
  goods: ['Goods', '产品'], product: ['Product', '产品名称'], category: ['Category', '类目'], quantity: ['Quantity', '数量'], unit: ['Unit', '单位'],
  unitPrice: ['Unit price', '单价'], amount: ['Amount', '金额'], products: ['Products', '产品金额'], freight: ['Freight', '运费'],
  insurance: ['Insurance', '保险费'], adjustment: ['Reduction', '减免'], noTerms: ['No term is agreed yet.', '尚未约定条款。'], name: ['Name', '姓名'], phone: ['Phone', '电话'], noGoods: ['No product is named yet.', '尚未填写产品。'], total: ['Total', '订单总额'], deposit: ['Deposit', '预付款'],
  balance: ['Balance', '尾款'], terms: ['Terms', '条款'], transport: ['Transport', '运输方式'], tradeTerm: ['Trade term', '贸易术语'],
  destination: ['Destination', '目的地'], shipBy: ['Ship by', '发货期限'], daysAfter: ['{0} days after the deposit', '收到预付款后 {0} 天'],
  methods: ['Payment methods', '付款方式'], coverage: ['Coverage', '保障方式'], remark: ['Remark', '备注'], fields: ['Also filled in', '补充填写'], step: ['Step', '步骤'], value: ['Value', '内容'],
  versions: ['Contract versions', '合同版本'], by: ['{0}, {1}', '{0}，{1}'], comma: [', ', '、'], versionNo: ['Version {0}', '第 {0} 版'], inForce: ['Current', '当前版本'], waitsForBuyer: ['Waits for the buyer', '待买家确认'], first: ['First version', '首版'], same: ['No difference', '无差异'],
  line: ['Line {0}', '第 {0} 行'], productId: ['Product ID', '产品编号'], platformLogistics: ['Platform logistics', '平台物流'],
  qualityInspection: ['Quality inspection', '质检'], contacts: ['Contacts', '联系人'], paused: ['Paused by a dispute', '纠纷中，暂停计时'],
  field: ['Field', '字段'], before: ['Before', '修改前'], after: ['After', '修改后'],
  expected: ['Due', '应收'], received: ['Received', '已收'], missing: ['Missing', '差额'], refundDue: ['To be refunded', '待退款'], refundPaid: ['Refunded', '已退款'], refunds: ['Refunds', '退款记录'],
  refundNo: ['Refund', '退款单'], cause: ['Why', '原因'], dueSince: ['Due since', '待退起始'], payout: ['Paid back', '退款付出'],
  account: ['Account of this pair', '专属收款账户'], remittances: ['Remittances', '收款记录'], noRemittances: ['No money has arrived.', '尚未收到款项。'],
  reference: ['Bank reference', '银行流水号'], ownReference: ['Own reference', '外部参考号'], state: ['State', '状态'], method: ['Method', '方式'], arrived: ['Arrived', '到账时间'], notYet: ['not yet', '尚未'], nothingHeld: ['None', '未占用'],
  payDeposit: ['How to pay the deposit', '预付款付款方式'], payBalance: ['How to pay the balance', '尾款付款方式'], toPay: ['To pay', '应付金额'], fee: ['Fee', '手续费'], inAll: ['Total payment', '付款总额'],
  recommended: ['Recommended', '推荐'], payTo: ['Pay to the account {0}; money arrives 3 to 7 working days after the payment. The buyer bears the fee, which does not count towards the order.', '请付款至账户 {0}，款项于付款后 3 至 7 个工作日到账。手续费由买家承担，不计入订单金额。'],
  toDeposit: ['To deposit', '计入预付款'], toBalance: ['To balance', '计入尾款'], quota: ['Quota held', '占用额度'], coverageEnds: ['Coverage ends', '保障截止'],
  agreedShip: ['Agreed ship date', '约定发货日期'], actualShip: ['Shipped on', '实际发货日期'], onTime: ['On time', '准时'], exportRefused: ['Export service refused; the export desk decides', '出口服务不受理，待出口岗处理'], late: ['Late', '逾期'],
  declared: ['All goods declared', '已申报全部发货'], yes: ['Yes', '是'], no: ['No', '否'], open: ['open', '未定'],
  exportOrders: ['Export orders', '出口服务订单'], noExportOrders: ['No export order is linked.', '尚未关联出口服务订单。'], exportOrderNo: ['Number', '编号'],
  port: ['Port', '口岸'], evidence: ['Exported by', '出口方式'], ownExport: ['Supplier', '供应商自行出口'], byService: ['Export service', '出口服务'], clearedOn: ['Cleared on', '通关日期'], deadlines: ['Deadlines', '期限'], deadline: ['Deadline', '期限'], timeLeft: ['Time left', '剩余时间'], endOf: ['end of {0}', '{0} 24:00'], noDeadlines: ['Nothing is due.', '暂无期限。'],
  paymentDueAt: ['Payment window ends', '付款期限'], autoCompleteAt: ['Completes by itself', '自动完成'], feedbackDueAt: ['Feedback until', '评价截止'],
  replyDueAt: ['Reply until', '回复截止'], left: ['{0} left', '剩余 {0}'], over: ['{0} over', '已过 {0}'], days: ['{0} d', '{0} 天'], hours: ['{0} h', '{0} 小时'],
  minutes: ['{0} min', '{0} 分钟'], span: ['{0} d {1} h {2} min {3} s', '{0} 天 {1} 小时 {2} 分 {3} 秒'], when: ['When', '时间'], who: ['Who', '操作人'], what: ['What', '操作'], detail: ['Detail', '说明'], zone: ['Times are those of Asia/Shanghai (UTC+8).', '所示时间为北京时间。'],
  disputes: ['Disputes', '纠纷'], kind: ['Kind', '类型'], opened: ['Opened', '发起时间'], reason: ['Reason', '理由'], outcome: ['Decision', '裁定'], undecided: ['Not decided yet', '尚未裁定'],
  feedback: ['Feedback', '评价'], stars: ['{0} of 5', '评分 {0}/5'], replied: ['Reply of the supplier', '供应商回复'], notDisplayed: ['not public', '不公开显示'],
  next: ['What comes next', '下一步'], links: ['Links', '链接'], mayYou: ['Open to you now:', '您现在可以：'], mayBuyer: ['Open to the buyer:', '买家可以：'], maySupplier: ['Open to the supplier:', '供应商可以：'],
  waitsFor: ['What the order waits for', '订单在等待'], waitsForNothing: ['The order waits for nothing.', '订单没有等待事项。'], since: ['Since', '起始'], until: ['Until', '截止'], byRow: ['Date by row', '期限依据'],
  comesNext: ['What happens next', '后续走向'], whenThis: ['When', '发生时'], leadsTo: ['Leads to', '转至'],
  decisions: ['What tables have decided', '规则表判定记录'], row: ['Row', '规则行'], given: ['Given', '输入'], said: ['Answer', '结果'],
  logout: ['Log out', '退出登录'],
  nextIncomplete: ['{0}\u00a0% of the order is filled in. It can be confirmed at 100 %.', '订单已填写 {0} %，达到 100 % 后方可确认。'],
  nextNegotiating: ['The order is complete. Either side may confirm it.', '订单已填写完整，双方均可确认。'],
  nextDraft: ['The draft is complete and can be submitted.', '草稿已填写完整，可以提交。'],
  nextChecked: ['The order is submitted. It goes to the buyer once its export is settled.', '订单已提交，出口方式确定后即送买家确认。'],
  nextSupplierConfirm: ['The buyer has confirmed. The supplier confirms next.', '买家已确认，待供应商确认。'],
  nextBuyerConfirm: ['The supplier has confirmed. The buyer checks the contract and confirms it.', '供应商已确认，请买家核对合同后确认。'],
  nextBuyerConfirmCovered: ['{0} of the assurance quota are frozen. The buyer checks that contract and covered amount are as agreed, and confirms.', '保障额度已被冻结 {0}。请买家核对合同及保障金额与约定一致后确认。'],
  nextDeposit: ['The deposit of {0} must have arrived by {1}; otherwise the supplier has the right to close the order.', '预付款 {0} 须于 {1} 前到账，否则供应商有权单方关闭订单。'],
  nextOverdue: ['The deposit of {0} was due by {1}. The supplier may close the order; until then money that arrives still counts.', '预付款 {0} 应于 {1} 前到账。供应商现可关闭订单；关闭前到账的款项仍然有效。'],
  nextAcceptDeposit: ['{0} of the deposit of {1} have arrived. The supplier decides whether that is enough; bank charges may explain the difference.', '预付款 {1} 已到账 {0}，待供应商确认是否收齐；差额可能为银行手续费。'],
  nextTopUp: ['{0} of the deposit of {1} have arrived. The buyer pays the missing {2}.', '预付款 {1} 已到账 {0}，待买家补付 {2}。'],
  nextShipment: ['To be shipped by {0}; the day on which the last export order is cleared counts.', '须于 {0} 前（含当日）发货，以最后一笔出口服务订单的通关日期为准。'],
  nextClearance: ['All goods are declared, {1} of {2} export orders are cleared. To be shipped by {0}; the last clearance counts.', '已申报全部发货，{2} 笔出口服务订单中 {1} 笔已通关。须于 {0} 前（含当日）发货，以最后通关日期为准。'],
  nextBalance: ['Shipped on {0}. {2} of the balance of {1} have arrived, {3} are owed, by T/T.', '已于 {0} 发货。尾款 {1} 已到账 {2}，尚欠 {3}，请以电汇支付。'],
  nextReceipt: ['The buyer confirms receipt; otherwise the order completes by itself on {0}.', '待买家确认收货；逾期未确认，订单将于 {0} 自动完成。'],
  nextReceiptOnly: ['The buyer confirms receipt.', '待买家确认收货。'],
  nextCompleted: ['This order is complete.', '交易已完成。'], nextCompletedByItself: ['This order has completed by itself, without a word from the buyer.', '买家逾期未确认收货，交易已自动完成。'],
  nextCovered: [' It stays covered until {0}.', '保障至 {0}。'],
  nextClosed: ['This order is closed.', '订单已关闭。'], nextClosedBecause: ['This order is closed: {0}', '订单已关闭：{0}'], nextRefund: [' · {0} are to be refunded.', ' · 待退款 {0}。'],
  nextFrozen: ['A dispute freezes the order until it is decided; its deadlines stand still.', '订单因纠纷冻结，裁定前各期限暂停计时。'],
  nextDispute: [' {0}, {1}: {2}', '{0}提出{1}：{2}'],
};

const POSSIBLE = {
  submission: ['Submit', '提交订单'], contract: ['Modify', '修改订单'], confirmations: ['Confirm', '确认'], cancellations: ['Cancel', '取消订单'], decision: ['Decide on the cancellation', '处理取消申请'],
  closure: ['Close', '关闭订单'], pay: ['Pay', '付款'], 'deposit-acceptance': ['Confirm the deposit as received in full', '确认收齐预付款'], 'balance-acceptance': ['Confirm the balance as received in full', '确认收齐尾款'],
  reminders: ['Remind the other side', '提醒对方'], 'request-modification': ['Ask for a modification', '请求修改'], 'copy-link': ['Copy the link', '复制订单链接'],
  'export-orders': ['Link export orders', '关联出口服务订单'], 'shipment-declaration': ['Declare the shipment', '申报发货'], 'goods-receipt': ['Confirm receipt', '确认收货'],
  feedback: ['Leave feedback', '发表评价'], reply: ['Reply to the feedback', '回复评价'], disputes: ['Open a dispute', '发起纠纷'],
};

// A status as its reader sees it, where the common text speaks to one of the parties.
const STATUSES = {
  AWAITING_BUYER_CONFIRM: ['BUYER', ['Waiting for the buyer to confirm', null]], AWAITING_DEPOSIT_CONFIRM: ['SUPPLIER', [null, '待供应商确认预付款金额']],
  AWAITING_DEPOSIT_TOPUP: ['BUYER', ['Waiting for the rest of the initial payment', null]], AWAITING_RECEIPT: ['BUYER', ['Waiting for the buyer to confirm receipt', '待买家确认收货']],
};

const CODES = {
  STEP_DRAFT: ['Start order', '起草订单'], STEP_CONFIRM: ['Confirm order', '确认订单'], STEP_PAYMENT: ['Payment', '买家付款'], STEP_SHIPMENT: ['Shipment', '卖家发货'], STEP_RECEIPT: ['Confirm receipt', '买家收货'], STEP_COMPLETE: ['Order complete', '交易完成'],
  PAYMENT: ['Payment', '付款'],
  OVERSEAS_FREE: ['Overseas, free', '海外免费会员'], OVERSEAS_PAID: ['Overseas, paid', '海外付费会员'], DOMESTIC_FREE_SUPPLIER: ['Domestic, free supplier', '国内免费供应商'],
  TT: ['T/T', '电汇'], CREDIT_CARD: ['Credit card', '信用卡'], E_CHECKING: ['E-checking', '电子支票'],
  PRE_SHIPMENT: ['Until shipment', '保障到发货前'], POST_DELIVERY: ['Until after delivery', '保障到收货后'], NONE: ['None', '无'],
  FROZEN: ['Frozen', '已冻结'], RELEASED: ['Released', '已释放'],
  APPLIED: ['Applied', '已入账'], PENDING: ['Pending', '待入账'], SUSPENSE: ['With the finance desk', '待匹配'], PARKED: ['With the finance desk', '待处理'],
  SURPLUS: ['More than the total', '超出订单总额'], ORDER_COMPLETED: ['After completion', '完成后到账'], DISPUTE: ['Granted in a dispute', '纠纷裁定'], UNMATCHED: ['Not matched', '无法入账'],
  RETURNED: ['Returned', '退回付款人'], RETURNED_PAYOUT: ['Refund that came back', '被银行退回的退款'], BUYER: ['Buyer', '买家'], SUPPLIER: ['Supplier', '供应商'],
  EXPORT_SERVICE: ['Export service is being asked', '正在询问出口服务'], EXPORT_ORDER: ['Export order is being created', '正在创建出口服务订单'],
  SUPPLIER_DRAFT: ['by the supplier', '供应商起草'], BUYER_ORDER: ['by the buyer', '买家下单'], INQUIRY: ['as an inquiry', '询盘'],
  ALLOWED: ['allowed', '允许'], REFUSED: ['refused', '拒绝'], TO_SUBMIT: ['To be submitted', '待提交'], TO_SUPPLEMENT: ['Information missing', '待补充信息'], IN_PROGRESS: ['In progress', '受理中'], TO_DECLARE: ['To be declared', '待报关'], CLEARED: ['Cleared', '已通关'], 
  PRODUCT: ['Products', '产品'], SHIPPING: ['Shipping', '运输'], CONTACTS: ['Contacts', '联系方式'], TERMS: ['Terms', '条款'],
  REFUND: ['Refund', '退款'], COMPLAINT: ['Complaint', '投诉'], DISMISSED: ['Dismissed', '驳回'], AGREED: ['Agreed by both', '双方协商一致'],
  UNREASONABLE_REFUSAL: ['Unreasonable refusal', '无理拒绝'], OFF_PATH_PAYMENT: ['Payment outside the platform', '线下收款'], CONTRACT_BREACH: ['Breach of contract', '违约'],
  WHO_BUYER: ['Buyer', '买家'], WHO_SUPPLIER: ['Supplier', '供应商'], WHO_STAFF: ['Desk', '运营岗'], WHO_SYSTEM: ['By itself', '系统'],
  true: ['Yes', '是'], false: ['No', '否'], system: ['System', '系统'], platform: ['Marketplace', '平台'], bank: ['Bank', '银行'], 'export-service': ['Export service', '出口服务'],
};

const ACTIONS = {
  'order-opened': ['Order opened', '创建订单'], 'order-submitted': ['Order submitted', '提交订单'], 'export-service-checked': ['Export service answered', '出口服务检查'],
  'export-settled': ['Export service settled', '出口服务协商完成'], 'contract-presented': ['Contract presented', '合同待确认'], 'contract-revised': ['Contract revised', '修改合同'],
  'contract-confirmed': ['Contract confirmed', '确认合同'], 'contract-effective': ['Contract effective', '合同生效'], 'cancellation-requested': ['Cancellation asked for', '申请取消'],
  'cancellation-accepted': ['Cancellation accepted', '同意取消'], 'cancellation-declined': ['Cancellation declined', '拒绝取消'], 'order-closed': ['Order closed', '订单关闭'], 'process-restarted': ['Process started again', '流程重新启动'], 'order-migrated': ['Order moved to the latest models and tables', '订单迁移至最新流程与规则'],
  'payment-window-opened': ['Payment window opened', '付款期限开始'], 'money-posted': ['Money posted', '款项入账'], 'deposit-accepted': ['Deposit accepted', '预付款收齐'],
  'deposit-acceptance-asked': ['Short deposit: supplier asked', '预付款不足，待供应商确认'], 'deposit-top-up-asked': ['Short deposit: top-up asked', '预付款不足，待买家补款'],
  'balance-acceptance-asked': ['Short balance: supplier asked', '尾款不足，待供应商确认'], 'balance-settled': ['Balance settled', '尾款结清'], 'export-order-linked': ['Export order linked', '关联出口服务订单'], 'export-order-unlinked': ['Export order unlinked', '解除出口服务订单关联'],
  'shipment-declared': ['Shipment declared', '申报发货'], 'goods-cleared': ['Goods cleared', '通关'], 'clearance-corrected': ['Clearance corrected', '更正通关'],
  'goods-shipped': ['Goods shipped', '发货完成'], 'ship-date-corrected': ['Ship date corrected', '更正发货日期'], 'receipt-window-opened': ['Receipt awaited', '待收货'],
  'receipt-confirmed': ['Receipt confirmed', '确认收货'], 'completed-automatically': ['Completed by itself', '自动完成'], 'coverage-released': ['Quota released', '释放额度'],
  'points-awarded': ['Points awarded', '获得积分'], 'points-taken-back': ['Points taken back', '扣回积分'], 'feedback-published': ['Feedback published', '发表评价'],
  'feedback-replied': ['Feedback answered', '回复评价'], 'refund-granted': ['Refund granted', '裁定退款'], 'refund-due': ['Refund due', '应退款'], 'refund-paid': ['Refund paid', '已退款'], 'refund-returned': ['Refund came back, due again', '退款被银行退回，须再次支付'], 'dispute-opened': ['Dispute opened', '发起纠纷'], 'dispute-decided': ['Dispute decided', '纠纷裁决'],
  'deposit-chased': ['Deposit chased', '催补预付款'], 'balance-chased': ['Balance chased', '催收尾款'], 'late-shipment-chased': ['Late shipment chased', '催办逾期发货'],
  'unpaid-order-decided': ['Unpaid order decided', '处理未付款订单'],
  'order-resumed': ['Order goes on', '恢复订单'], 'modification-proposed': ['Modification proposed', '提出合同修改'],
  'modification-confirmed': ['Modification confirmed', '确认合同修改'], 'modification-dropped': ['Modification dropped', '合同修改未生效'],
  'complaint-filed': ['Complaint filed', '提交投诉'], 'complaint-upheld': ['Complaint upheld', '投诉成立'], 'complaint-dismissed': ['Complaint dismissed', '投诉不成立'],
  'reminder-sent': ['Reminder sent', '发送提醒'], 'step-done': ['Step done', '完成步骤'], 'buyer-step-done': ['Step done for the buyer', '代买家完成步骤'], 'supplier-step-done': ['Step done for the supplier', '代供应商完成步骤'],
};

export const language = () => ((navigator.languages && navigator.languages[0]) || navigator.language || 'en').toLowerCase().startsWith('zh') ? 'zh' : 'en';

/** Words with their gaps filled; a name that is not in a list stands for itself. Transports are data: what a table has a row for. */
export const words = (lang, viewer = '', transports = []) => {
  const at = lang === 'zh' ? 1 : 0;
  const pick = list => (key, ...gaps) => (Object.hasOwn(list, key) ? list[key][at] : String(key)).replace(/\{(\d)}/g, (_, i) => gaps[i]);
  const codes = { ...CODES, ...Object.fromEntries(transports.map(({ code, name }) => [code, [name.en, name.zh]])) };
  const status = order => {
    const [spokenTo, texts] = STATUSES[order.status] || [viewer];
    return (spokenTo !== viewer && texts[at]) || order.statusText[lang];
  };
  const half = text => {
    const both = /^([^/]*\p{Script=Han}[^/]*) \/ ([^\p{Script=Han}:]+)(?:: (.*))?$/su.exec(text);
    return both ? both[2 - at] + (both[3] === undefined ? '' : `: ${half(both[3])}`) : text;
  };
  return { half, said: both => both[at ? 'zh' : 'en'], t: pick(WORDS), code: pick(codes), action: pick(ACTIONS), possibility: pick(POSSIBLE), status };
};
