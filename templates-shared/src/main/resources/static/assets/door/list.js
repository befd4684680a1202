/* The tickets of one event on this phone: who may come in while there is no network. Nothing here needs a browser. */

const MOST_FOUND = 20;
const SHORTEST_ORDER = 4; // letters of an order's number that are looked for

export class TicketList {
  /** @param list the server's; used: what this phone has let in since, by ticket id: { at, gate } */
  constructor(list, used = new Map()) {
    this.event = list.event;
    this.at = list.at;
    this.version = list.version;
    this.byId = new Map(list.tickets.map((ticket) => [ticket.id, ticket]));
    this.byTyped = new Map(list.tickets.map((ticket) => [ticket.typed, ticket]));
    this.holders = list.holders || [];
    this.used = used;
  }

  get size() {
    return this.byId.size;
  }

  /** How many whole minutes ago the server made it. @param now the server's time */
  ageAt(now) {
    return Math.max(0, Math.floor((now - Date.parse(this.at)) / 60000));
  }

  /** Whether the server has a newer one; an older server tells no version. */
  isOlderThan(version) {
    return version !== undefined && version !== this.version;
  }

  markUsed(ticketId, at, gate) {
    if (!this.used.has(ticketId)) this.used.set(ticketId, { at, gate });
  }

  /** The ticket is good again. */
  unmark(ticketId) {
    this.used.delete(ticketId);
    const ticket = this.byId.get(ticketId);
    if (ticket && ticket.state === 'USED') Object.assign(ticket, { state: 'VALID', usedAt: undefined, gate: undefined });
  }

  /**
   * The answer of a gate without network.
   * @param claim what a signed code says, its signature checked
   */
  decideClaim(claim, now) {
    if (claim.event !== this.event.id) return { result: 'WRONG_EVENT' };
    const ticket = this.byId.get(claim.ticket);
    if (ticket && claim.generation < ticket.generation && ticket.state !== 'REFUNDED') return this.answer('REISSUED', ticket);
    // a ticket or a generation that is newer than the list: the signature says that it is ours
    if (!ticket || claim.generation > ticket.generation) return this.decide({ id: claim.ticket, state: 'VALID' }, now);
    return this.decide(ticket, now);
  }

  /** @param digest of the code that was typed */
  decideTyped(digest, now) {
    const ticket = this.byTyped.get(digest);
    return ticket ? this.decide(ticket, now) : { result: 'FORGED' };
  }

  decideChosen(ticketId, now) {
    const ticket = this.byId.get(ticketId);
    return ticket ? this.decide(ticket, now) : { result: 'FORGED' };
  }

  decide(ticket, now) {
    const used = this.used.get(ticket.id) || (ticket.state === 'USED' ? { at: ticket.usedAt, gate: ticket.gate } : null);
    if (ticket.state === 'REFUNDED' || this.event.cancelled) return this.answer('REFUNDED', ticket);
    if (used) return { ...this.answer('ALREADY_USED', ticket), usedAt: used.at, gate: used.gate };
    if (now < Date.parse(this.event.doorsOpenAt)) return this.answer('NOT_YET', ticket);
    return this.answer('VALID', ticket);
  }

  answer(result, ticket) {
    const seat = ticket.section === undefined ? null
      : { section: ticket.section, row: ticket.row, number: ticket.number, grade: ticket.grade, kind: ticket.kind, proof: ticket.proof, traits: ticket.traits };
    const holder = this.holderOf(ticket);
    if (ticket.name) return { result, ticketId: ticket.id, seat, name: ticket.name };
    return holder && holder.name ? { result, ticketId: ticket.id, seat, holder: holder.name } : { result, ticketId: ticket.id, seat };
  }

  /** Whose ticket it is: { order, name }; null where the list names nobody. */
  holderOf(ticket) {
    return this.holders[ticket.holder] || null;
  }

  /** What is known of a ticket that was found: VALID, ALREADY_USED or REFUNDED. */
  stateOf(ticket) {
    if (ticket.state === 'REFUNDED' || this.event.cancelled) return 'REFUNDED';
    return this.used.has(ticket.id) || ticket.state === 'USED' ? 'ALREADY_USED' : 'VALID';
  }

  /**
   * Tickets that fit each of these words, in any order: as the beginning of a part of the seat, as any part of the name on it or of its
   * holder's, or as four letters or more of the order's number.
   */
  search(text) {
    const words = folded(text).split(/[\s·,]+/).filter(Boolean);
    if (words.length === 0) return [];
    const found = [];
    for (const ticket of this.byId.values()) {
      if (words.every((word) => this.fits(ticket, word))) found.push(ticket);
      if (found.length === MOST_FOUND) break;
    }
    return found;
  }

  fits(ticket, word) {
    const place = [ticket.section, ticket.row, ticket.number].flatMap((part) => folded(String(part ?? '')).split(/\s+/));
    if (word.split('-').every((one) => place.some((part) => part.startsWith(one)))) return true;
    const { name, order } = this.wordsOf(ticket.holder);
    const number = word.replace(/^podo-/, '');
    return name.includes(word) || folded(ticket.name || '').includes(word) || (number.length >= SHORTEST_ORDER && order.includes(number));
  }

  /** Folded once, when somebody searches. */
  wordsOf(holder) {
    this.folded = this.folded || this.holders.map((one) => ({ name: folded(one.name), order: folded(one.order).replace(/^podo-/, '') }));
    return this.folded[holder] || { name: '', order: '' };
  }
}

/** The list without the names on its tickets and of those who hold them, once the time for them is over; the same list before. */
export function forgetHolders(list, now) {
  if (!list.holders || now < Date.parse(list.event.namesUntil)) return list;
  return { ...list, holders: [], tickets: list.tickets.map(({ name, ...ticket }) => ticket) };
}

/** What is special about the seat. @param words of the page: accessible, companion, view with {0} for the note */
export function traitsText(seat, words) {
  const { place, view } = (seat && seat.traits) || {};
  const parts = [place && words[place.toLowerCase()], view && words.view.replace('{0}', () => view)];
  return parts.filter(Boolean).join(' · ');
}

const folded = (text) => text.normalize('NFC').toLowerCase();
