/** What a service keeps under an account's number, for the owner who asks what is held. */
@NullMarked
package podo.starter.fan;

import org.jspecify.annotations.NullMarked;
