-- ARGV: fan. Where the fan stands; asking is a sign of life.
if redis.call('EXISTS', meta) == 0 then
  return {'NO_ROOM'}
end
local ticket = place(ARGV[1])
if ticket then
  sign(ARGV[1])
end
return standing(ARGV[1])
