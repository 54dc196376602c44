import { settings } from '/orders/assets/webapp.js';

export default await settings('admin', ['Staff', '人员管理']);
