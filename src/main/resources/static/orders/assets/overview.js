import { el } from './parts.js';

document.querySelector('main').append(el('h1', '', document.title.split(' · ')[0]));
