/** The worker by which the pages of tickets and of the door open without network. */
@NullMarked
package podo.web.offline;

import org.jspecify.annotations.NullMarked;
