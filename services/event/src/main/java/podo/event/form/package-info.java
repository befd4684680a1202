/** Forms of events that are not saved yet, kept as typed, so that nothing is lost by a reload or a log-out. */
@NullMarked
package podo.event.form;

import org.jspecify.annotations.NullMarked;
