/** What instances tell each other over Redis Pub/Sub, and how one that has gone deaf notices. */
@NullMarked
package podo.door.ear;

import org.jspecify.annotations.NullMarked;
