/** Where a call goes: the neighbours by name, and what shields one that is ill. */
@NullMarked
package podo.gateway.route;

import org.jspecify.annotations.NullMarked;
