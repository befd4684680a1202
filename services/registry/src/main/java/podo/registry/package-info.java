/** The Eureka server: services register their addresses here and look up each other's. */
@NullMarked
package podo.registry;

import org.jspecify.annotations.NullMarked;
