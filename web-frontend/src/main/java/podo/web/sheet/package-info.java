/** Tables for spreadsheets, written row by row: CSV and XLSX in which no cell is a formula. */
@NullMarked
package podo.web.sheet;

import org.jspecify.annotations.NullMarked;
