/** The live board of a sale: figures of the moment, charts with their tables, and the stream that tells open boards to read again. */
@NullMarked
package podo.web.board;

import org.jspecify.annotations.NullMarked;
