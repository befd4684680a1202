/** What a hall's plan draws beside the places of its seats. */
@NullMarked
package podo.inventory.drawing;

import org.jspecify.annotations.NullMarked;
