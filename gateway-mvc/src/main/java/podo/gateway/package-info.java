/** The only door from outside: finds the service for a path, checks who calls and how often, and passes on. */
@NullMarked
package podo.gateway;

import org.jspecify.annotations.NullMarked;
