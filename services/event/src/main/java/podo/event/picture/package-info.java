/** Pictures that people upload: what they may be, and how they are printed anew so that nothing but their pixels survives. */
@NullMarked
package podo.event.picture;

import org.jspecify.annotations.NullMarked;
