// A button that passes this page on: with what the device offers for it, or else by copying its address.
(function () {
  'use strict';

  const box = document.querySelector('.delen');
  const official = document.querySelector('link[rel="canonical"]');
  // Nobody else can open an address of a file.
  if (!box || (!official && location.protocol === 'file:')) return;

  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'knop';
  button.textContent = 'Deel deze pagina';
  const said = document.createElement('p');
  said.className = 'klein';
  said.setAttribute('role', 'status');

  // The way taken through a flow belongs to the address, a place on the page does not.
  function address() {
    const page = official ? official.href : location.href.split('#')[0];
    return location.hash.startsWith('#weg/') ? page + location.hash : page;
  }

  // The same words again are only heard when they come anew.
  function say(text) {
    said.textContent = '';
    setTimeout(() => { said.textContent = text; }, 50);
  }

  async function copy() {
    try {
      await navigator.clipboard.writeText(address());
      say('Het adres is gekopieerd. Plak het in een bericht.');
    } catch {
      say('Kopiëren lukt hier niet. Dit is het adres: ' + address());
    }
  }

  async function share() {
    try {
      await navigator.share({ title: document.querySelector('h1').textContent.trim(), url: address() });
    } catch (error) {
      // Somebody who closes the list of apps wants nothing more.
      if (error.name !== 'AbortError') await copy();
    }
  }

  button.addEventListener('click', () => (navigator.share ? share() : copy()));
  box.append(button, said);
}());
