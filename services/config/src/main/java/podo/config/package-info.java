/** What differs by place: serves each service the files of {@code config-repo}. */
@NullMarked
package podo.config;

import org.jspecify.annotations.NullMarked;
