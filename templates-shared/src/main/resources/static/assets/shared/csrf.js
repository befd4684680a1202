/** The token that Spring Security expects in the header X-XSRF-TOKEN; empty when there is no cookie. */
export function csrfToken(cookies = document.cookie) {
  const found = cookies.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  return decodeURIComponent(found ? found[1] : '');
}
