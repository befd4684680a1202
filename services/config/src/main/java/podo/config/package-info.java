/** The config server: serves each service the files of {@code config-repo}, for what differs by place. */
@NullMarked
package podo.config;

import org.jspecify.annotations.NullMarked;
