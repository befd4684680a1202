/** Writes the gateway's refusals, Tomcat's included: problem+json for programs, an HTML page for browsers. */
@NullMarked
package podo.gateway.refusal;

import org.jspecify.annotations.NullMarked;
