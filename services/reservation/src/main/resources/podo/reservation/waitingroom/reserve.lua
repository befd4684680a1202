-- Takes a block of numbers that the database has set apart for this room. ARGV: the Redis process that said it had none left, the
-- number before the block, its last number. When another process answers now, its own answer must be waited for.
if redis.call('EXISTS', meta) == 0 or process() ~= ARGV[1] then
  return 0
end
local before, last = tonumber(ARGV[2]), tonumber(ARGV[3])
if get('process') ~= ARGV[1] then
  -- the process that gave the last numbers is dead, and the file may lack its last second: receipts say whose they were
  lose(num('next'), before)
  redis.call('HSET', meta, 'process', ARGV[1], 'saved', redis.call('LASTSAVE'), 'next', math.max(num('next'), before), 'ceiling', last)
elseif last > num('ceiling') then
  if num('ceiling') ~= before then
    redis.call('HSET', meta, 'next', math.max(num('next'), before)) -- another instance's block lies between, and comes too late
  end
  redis.call('HSET', meta, 'ceiling', last)
end
return 1
