/** The page between a form and a service that asks its account for work first. */
@NullMarked
package podo.web.challenge;

import org.jspecify.annotations.NullMarked;
