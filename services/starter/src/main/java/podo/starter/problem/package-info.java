/** A refusal in words: problem+json in the caller's language. */
@NullMarked
package podo.starter.problem;

import org.jspecify.annotations.NullMarked;
