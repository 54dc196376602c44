import { settings } from '/orders/assets/webapp.js';

export default { ...await settings('welcome', ['Applications', '应用']), links: [] };
