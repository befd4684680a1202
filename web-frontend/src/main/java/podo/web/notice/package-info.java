/** What a fan is told once, on the next page. */
@NullMarked
package podo.web.notice;

import org.jspecify.annotations.NullMarked;
