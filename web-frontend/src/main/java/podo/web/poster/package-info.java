/** Generates an SVG poster for each event from its title; no pictures are stored or loaded from elsewhere. */
@NullMarked
package podo.web.poster;

import org.jspecify.annotations.NullMarked;
