// Lets the site work without internet, once a page is there and the device is at rest; says when a
// newer version of the site is ready. From a file, or in a browser that can't, it does nothing.
(function () {
  'use strict';

  const service = navigator.serviceWorker;
  if (!service || !location.protocol.startsWith('http') || !window.DecompressionStream) return;

  const place = new URL('../sw.js', document.currentScript.src);
  const savesData = () => navigator.connection && navigator.connection.saveData;

  function button(text, action) {
    const made = document.createElement('button');
    made.type = 'button';
    made.className = 'knop';
    made.textContent = text;
    made.addEventListener('click', action);
    return made;
  }

  // When another tab chose the new version already, a reload is all that it takes here.
  function renew(registration) {
    if (!registration.waiting) {
      location.reload();
      return;
    }
    service.addEventListener('controllerchange', () => location.reload(), { once: true });
    registration.waiting.postMessage('take over');
  }

  const bar = document.createElement('div');
  bar.className = 'versie';
  bar.setAttribute('role', 'status');

  function offer(registration) {
    if (!registration.waiting || !service.controller || bar.hasChildNodes()) return;
    document.documentElement.classList.add('metversie');
    const text = document.createElement('p');
    text.textContent = 'Er is een nieuwe versie.';
    const close = () => {
      document.documentElement.classList.remove('metversie');
      bar.remove();
    };
    bar.append(text, button('Vernieuw', () => renew(registration)), button('Later', close));
  }

  async function start() {
    // A status must be there, empty, before something is said in it.
    document.body.append(bar);
    const registration = await service.register(place, { updateViaCache: 'none' });
    const follow = (worker) => worker && worker.addEventListener('statechange', () => offer(registration));
    follow(registration.installing);
    registration.addEventListener('updatefound', () => follow(registration.installing));
    offer(registration);
    if (service.controller) service.controller.postMessage('tidy');
    // As an app the site may stay open for days.
    document.addEventListener('visibilitychange', () => {
      if (!document.hidden) registration.update().catch(() => {});
    });
  }

  // What keeps the site may be refused: then the site works as any other.
  const startQuietly = () => start().catch(() => {});

  function whenIdle() {
    if (window.requestIdleCallback) requestIdleCallback(startQuietly, { timeout: 10000 });
    else setTimeout(startQuietly, 2000);
  }

  if (savesData() && !service.controller) return;
  if (document.readyState === 'complete') whenIdle();
  else window.addEventListener('load', whenIdle);
}());
