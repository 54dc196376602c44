// The form of a draft begins with what the draft says already; the server keeps what is left blank, so that without this nothing is lost either.
import { read } from '/orders/assets/order.js';

const FORM = 'complete-draft';
const LINE = ['product', 'productId', 'category', 'quantity', 'unit', 'unitPrice'];

const fields = ({ buyer, lines, shipping, payment, coverage, remark, acknowledged }) => ({
  buyerName: buyer.name, buyerCountry: buyer.country, accountType: buyer.accountType,
  goods: lines.length > 0 ? lines.map(line => Object.fromEntries(LINE.map(name => [name, line[name]]))) : null,
  transport: shipping.transport, tradeTerm: shipping.tradeTerm, destination: shipping.destination, freight: shipping.freight, insurance: shipping.insurance,
  shipByKind: shipping.shipBy && (shipping.shipBy.date ? 'date' : 'days'), shipDate: shipping.shipBy && shipping.shipBy.date,
  shipDays: shipping.shipBy && shipping.shipBy.daysAfterDeposit && String(shipping.shipBy.daysAfterDeposit),
  methods: payment.methods, depositDue: payment.deposit, adjustment: payment.adjustment, coverage: coverage.mode, remark,
  agreement: acknowledged.serviceAgreement, exportService: acknowledged.exportService,
});
const isBlank = value => value === undefined || value === null || value === '' || value === false;

/** Fills a form that nobody has begun. */
export const begin = async (form, task) => {
  if (form._getState().schema.id !== FORM || !task) return;
  try {
    const { orderNo } = await read(`/tasks/${encodeURIComponent(task)}`);
    const said = Object.entries(fields(await read(`/orders/${orderNo}`))).filter(([, value]) => !isBlank(value));
    const { data } = form._getState();
    // A list begins with an empty row.
    const typed = Object.entries(data).filter(([name, value]) => name !== 'goods' && !isBlank(value) && !(Array.isArray(value) && value.length === 0));
    form._setState({ data: { ...data, ...Object.fromEntries(said), ...Object.fromEntries(typed) } });
  } catch {
    // Its fields stay blank, which leaves the draft as it is.
  }
};
