/** Connection pools of the HTTP clients with which services call each other. */
@NullMarked
package podo.starter.client;

import org.jspecify.annotations.NullMarked;
