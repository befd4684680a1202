/** How the gateway says no: problem+json for programs, a calm page for people, Tomcat included. */
@NullMarked
package podo.gateway.refusal;

import org.jspecify.annotations.NullMarked;
