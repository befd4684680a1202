/** Places in standing areas: counts that holds, sales and time change, each under the area's row. */
@NullMarked
package podo.inventory.area;

import org.jspecify.annotations.NullMarked;
