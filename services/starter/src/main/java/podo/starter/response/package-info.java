/** Keeps finished responses that are the same for every caller, and answers with their bytes. */
@NullMarked
package podo.starter.response;

import org.jspecify.annotations.NullMarked;
