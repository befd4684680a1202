/* Entry for the page that shows a new link: copies it, and shares it where the browser can. */
const link = document.getElementById('link');
const copy = document.getElementById('copy');
const share = document.getElementById('share');
const said = document.getElementById('said');

link.addEventListener('focus', () => link.select());

copy.addEventListener('click', async () => {
  try {
    await navigator.clipboard.writeText(link.value);
    said.textContent = copy.dataset.done;
  } catch (e) {
    // not allowed, or no secure context: the fan copies what is selected
    link.focus();
    link.select();
    said.textContent = copy.dataset.failed;
  }
});

if (navigator.share) {
  share.hidden = false;
  share.addEventListener('click', () => {
    // closing the browser's dialog rejects, and needs no words
    navigator.share({ title: share.dataset.title, text: share.dataset.text, url: link.value }).catch(() => {});
  });
}
