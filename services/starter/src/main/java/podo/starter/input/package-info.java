/** What a request may say: strict JSON, plain decimal numbers, parameters that can be decoded. */
@NullMarked
package podo.starter.input;

import org.jspecify.annotations.NullMarked;
