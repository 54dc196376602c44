import { language } from '/orders/assets/words.js';

const t = (en, zh) => (language() === 'zh' ? zh : en);

export default {
  app: { name: 'Desk', vendor: 'Trade Assurance Orders' },
  locales: { availableLocales: ['zh', 'en'], fallbackLocale: 'en' },
  disableWelcomeMessage: true,
  csrfCookieName: 'XSRF-TOKEN',
  customScripts: ['desk/desk.js'],
  shortcuts: {
    claimTask: { key: 'ctrl+alt+c', description: t('Claims the open task', '认领当前任务') },
    focusFilter: { key: 'ctrl+shift+f', description: t('Goes to the first queue', '转到第一个队列') },
    focusList: { key: 'ctrl+alt+l', description: t('Goes to the first task of the list', '转到列表中的第一项任务') },
    focusForm: { key: 'ctrl+alt+f', description: t('Goes to the first field of the form', '转到表单的第一个输入框') },
    startProcess: { key: 'ctrl+alt+p', description: t('Opens “Start process”', '打开“启动流程”') },
  },
};
