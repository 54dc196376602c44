// An order's number in the search box finds the order's tasks; Tasklist alone would look for a task of that name.
const ORDER = /^\d{14}$/;
document.addEventListener('keydown', event => {
  const box = event.target;
  if (event.key !== 'Enter' || !box.matches || !box.matches('[cam-widget-search] .main-field')) return;
  const text = box.value.normalize('NFKC').trim();
  if (text === '' || (!ORDER.test(text) && Number.isNaN(Number(text)))) return;
  event.stopImmediatePropagation();
  event.preventDefault();
  const [path, query] = location.hash.split('?');
  const search = new URLSearchParams(query);
  // The quotes keep Tasklist from reading a number.
  const criterion = ORDER.test(text) ? { type: 'taskVariables', operator: 'eq', name: 'orderNo' } : { type: 'name', operator: 'Like', name: '' };
  search.set('searchQuery', JSON.stringify([{ ...criterion, value: `'${text}'` }]));
  search.delete('page');
  box.value = '';
  box.dispatchEvent(new Event('input', { bubbles: true }));
  location.hash = `${path || '#/'}?${search}`;
}, true);
