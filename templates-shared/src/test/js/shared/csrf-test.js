import { equal } from '../assert.js';
import { csrfToken } from '../../../main/resources/static/assets/shared/csrf.js';

export function theTokenIsFoundAmongOtherCookies() {
  equal(csrfToken('PODO-LANG=ko; XSRF-TOKEN=a%3Db; other=1'), 'a=b');
  equal(csrfToken('XSRF-TOKEN=first'), 'first');
}

export function aCookieWhoseNameOnlyEndsAlikeIsNotTheToken() {
  equal(csrfToken('NOT-XSRF-TOKEN=no'), '');
}

export function theCookieOfTheHostGoesBeforeOneOfANeighbour() {
  equal(csrfToken('XSRF-TOKEN=planted; __Host-XSRF-TOKEN=own'), 'own');
}

export function withoutACookieTheTokenIsEmpty() {
  equal(csrfToken(''), '');
}
