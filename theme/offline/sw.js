// Keeps the whole site on the device, so that it works without internet, and never mixes two builds.
//
// A build lies in one archive, whose name is the hash of all that is in it: a cache has a build whole
// or not at all. A page that was open when a newer build took over goes on with its own build until it
// is closed: `pages.json` says which build each such page is of. A page that is in no archive comes
// from the network, and so does all that it asks for.
'use strict';

const BUILD = '';
const FAMILY = `mentorwijzer ${registration.scope} `;
const RECORD = `${FAMILY}open`;

const address = (path) => new URL(path, registration.scope).href;
const archiveOf = (build) => address(`offline/${build}.bin`);

// ---------- Keeping a build ----------

async function keep() {
  if (navigator.connection?.saveData) throw new Error('the reader saves data');
  const answer = await fetch(archiveOf(BUILD), { cache: 'no-store', priority: 'low' });
  if (!answer.ok) throw new Error(`no archive: ${answer.status}`);
  const bytes = await answer.arrayBuffer();
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));
  const hash = Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
  if (hash !== BUILD) throw new Error('the archive is damaged');
  const cache = await caches.open(FAMILY + BUILD);
  await cache.put(archiveOf(BUILD), new Response(bytes));
}

// ---------- Reading it ----------

// The path from the root of the site, as it stands in a list.
function pathOf(url) {
  const path = new URL(url).pathname.slice(new URL(registration.scope).pathname.length);
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}

// An archive is the length of its list, the list (path: kind, place, length) and the files, each gzip.
async function readArchive(build) {
  const kept = await caches.match(archiveOf(build), { cacheName: FAMILY + build });
  if (!kept) return null;
  const blob = await kept.blob();
  const start = 4 + new DataView(await blob.slice(0, 4).arrayBuffer()).getUint32(0);
  const files = new Map(Object.entries(JSON.parse(await blob.slice(4, start).text())));
  return {
    // What an address may stand for: a file, a folder, or a page without its ending.
    find(url) {
      const path = pathOf(url);
      const names = path === '' || path.endsWith('/') ? [`${path}index.html`] : [path, `${path}.html`];
      return names.map((name) => files.get(name)).find(Boolean);
    },
    answer([kind, place, length]) {
      const packed = blob.slice(start + place, start + place + length);
      const stream = packed.stream().pipeThrough(new DecompressionStream('gzip'));
      return new Response(stream, { headers: { 'content-type': kind } });
    },
  };
}

const archives = new Map();

function archive(build) {
  if (!archives.has(build)) archives.set(build, readArchive(build));
  return archives.get(build);
}

// ---------- Which build a page is of ----------

let record;

async function readRecord() {
  const kept = await caches.match(address('pages.json'), { cacheName: RECORD });
  return kept ? kept.json() : { active: null, pages: {} };
}

const remembered = () => (record ??= readRecord());

// Pages that are open now stay with the build that was active until now.
async function takeOver() {
  const { active, pages } = await readRecord();
  const open = active === null ? [] : await clients.matchAll();
  const stay = open.map(({ id }) => [id, pages[id] ?? active]);
  record = Promise.resolve({ active: BUILD, pages: Object.fromEntries(stay) });
  const cache = await caches.open(RECORD);
  await cache.put(address('pages.json'), Response.json(await record));
}

// Removes builds that no open page is of. Not while a newer one comes in: its cache is in use too.
async function tidy() {
  if (registration.installing || registration.waiting) return;
  const { pages } = await remembered();
  const open = (await clients.matchAll()).map(({ id }) => pages[id]);
  const used = [RECORD, ...[BUILD, ...open].map((build) => FAMILY + build)];
  const names = await caches.keys();
  await Promise.all(names.filter((name) => name.startsWith(FAMILY) && !used.includes(name)).map((name) => caches.delete(name)));
}

// ---------- Answering ----------

// The archive that the page which asks for something came from.
async function archiveFor({ request, clientId }) {
  if (request.mode === 'navigate' || clientId === '') return archive(BUILD);
  const found = await archive((await remembered()).pages[clientId] ?? BUILD);
  const page = await clients.get(clientId);
  return page && found?.find(page.url) ? found : null;
}

async function answer(event) {
  const { request } = event;
  const kept = await archiveFor(event);
  const file = kept?.find(request.url);
  if (file) return kept.answer(file);
  try {
    return await fetch(request);
  } catch (error) {
    const excuse = address('zonder-internet.html');
    if (request.mode === 'navigate' && kept?.find(excuse)) return Response.redirect(excuse);
    throw error;
  }
}

addEventListener('install', (event) => event.waitUntil(keep()));
addEventListener('activate', (event) => event.waitUntil(takeOver().then(tidy)));
addEventListener('fetch', (event) => {
  const { method, url } = event.request;
  if (method === 'GET' && url.startsWith(registration.scope)) event.respondWith(answer(event));
});
addEventListener('message', (event) => {
  if (event.data === 'take over') skipWaiting();
  if (event.data === 'tidy') event.waitUntil(tidy());
});
