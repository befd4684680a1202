-- ARGV: fan. Where the fan stands; asking is a sign of life.
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
sign(ARGV[1])
return standing(ARGV[1])
