import { settings } from '/orders/assets/webapp.js';

export default await settings('cockpit', ['Processes', '流程监控']);
