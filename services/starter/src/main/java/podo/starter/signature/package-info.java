/** Ed25519 keys and signatures with what the JDK brings. */
@NullMarked
package podo.starter.signature;

import org.jspecify.annotations.NullMarked;
