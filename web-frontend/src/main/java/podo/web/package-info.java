/** Every page that a fan or an organiser sees; it owns no data and calls the services for all it shows. */
@NullMarked
package podo.web;

import org.jspecify.annotations.NullMarked;
