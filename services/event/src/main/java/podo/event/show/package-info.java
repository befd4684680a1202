/** An event from draft to publication to cancellation; editable while nothing has been sold. */
@NullMarked
package podo.event.show;

import org.jspecify.annotations.NullMarked;
