/** An account that behaves like a script gets a challenge to work off before it goes on; who behaves like a person never sees one. */
@NullMarked
package podo.starter.bots;

import org.jspecify.annotations.NullMarked;
