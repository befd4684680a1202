/**
 * The token that Spring Security expects in the header X-XSRF-TOKEN; empty when there is no cookie. Under https the cookie's name
 * begins with __Host-, and one without it, which a neighbouring domain may have set, is ignored beside it.
 */
export function csrfToken(cookies = document.cookie) {
  const found = cookies.match(/(?:^|; )__Host-XSRF-TOKEN=([^;]*)/) || cookies.match(/(?:^|; )XSRF-TOKEN=([^;]*)/);
  return decodeURIComponent(found ? found[1] : '');
}
