// The task that is open, and the way back to it through the login, which forgets what stands behind a #.
export const openTask = () => new URLSearchParams(location.hash.split('?')[1] || '').get('task');

let last = openTask();
addEventListener('hashchange', () => {
  if (!location.hash.startsWith('#/login')) last = openTask();
});

/** Somebody logs out: whoever comes next begins anew. */
export const leave = () => { last = null; };
export const wayBack = () => (last ? `/tasks/${encodeURIComponent(last)}` : '/login');
