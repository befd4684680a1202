/** Forms that send a file: which addresses take one, from whom, and how large. */
@NullMarked
package podo.web.upload;

import org.jspecify.annotations.NullMarked;
