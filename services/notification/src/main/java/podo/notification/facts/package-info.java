/** What other services know of an order and its owner, asked when a mail is sent, so that nothing of it is kept here. */
@NullMarked
package podo.notification.facts;

import org.jspecify.annotations.NullMarked;
