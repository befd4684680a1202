/** The one rule for texts that people write: normalised, visible, without characters that steer the page around them. */
@NullMarked
package podo.starter.text;

import org.jspecify.annotations.NullMarked;
