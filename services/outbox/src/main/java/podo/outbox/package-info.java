/** Transactional outbox and inbox: messages are sent after the commit, in order per key, at least once; their effect happens once. */
@NullMarked
package podo.outbox;

import org.jspecify.annotations.NullMarked;
